/** What the campaign of a company did to each person in a quarter. */
export interface CampaignTouch {
  /** Truth: purchases expected of a person because of the offer, and of those addressed without it. */
  more: Float32Array;
  without: Float32Array;
  /** Truth: money expected of these further purchases in the mean, less direct cost, in currency of one simulated customer. */
  worth: number;
  /** Seen by the firm: 1 = bought with the offer; the price taken off for each, in currency; 1 = opted out over it. */
  responded: Uint8Array;
  givenAway: Float32Array;
  optedOut: Uint8Array;
}

export const makeCampaignTouch = (people: number): CampaignTouch => ({
  more: new Float32Array(people),
  without: new Float32Array(people),
  worth: 0,
  responded: new Uint8Array(people),
  givenAway: new Float32Array(people),
  optedOut: new Uint8Array(people),
});
