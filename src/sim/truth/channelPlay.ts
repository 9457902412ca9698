/**
 * How a company plays its channels in a quarter, as the loops read it: folded once, always of one shape and in typed arrays. V8 compiles a
 * loop anew whenever an object or a list in it is of a shape that it has not seen there (measured: up to five times a quarter).
 */

import { channelIds } from '../market.ts';
import type { ChannelTreatment } from '../offer.ts';
import type { QuarterContext } from './context.ts';

const CHANNELS = channelIds.length;

export interface ChannelPlay {
  /** By channel that a customer prefers: the one that answers his calls, and what is felt there, added. */
  answers: Int32Array;
  extra: Float64Array;
  /** Anything is felt at all. */
  treats: boolean;
  /** Share 0-1 of service contacts that somebody writes down. */
  logged: number;
  /** Bit c = channel c shares its context with the others that do. */
  synced: number;
  /** Others run a channel. */
  others: boolean;
  /** By channel: chance 0-1 that context is lost at a hand-over from or to it: others who run one pass on less than the firm does. */
  loss: Float64Array;
  /** Sums of the shares 0-1 of customers by the channel that answers them: where a hand-over leads that goes elsewhere. */
  second: Float64Array;
}

/** How company k plays its channels; one that does not run them apart answers each where it was met, and writes every contact down. */
export function foldChannelPlay(c: QuarterContext, k: number): ChannelPlay {
  const { channels: treatment, contextLoss } = c.offers[k]!;
  const answers = Int32Array.from({ length: CHANNELS }, (_, channel) => treatment?.answers[channel] ?? channel);
  const extra = Float64Array.from({ length: CHANNELS }, (_, channel) => treatment?.extra[channel] ?? 0);
  return {
    answers,
    extra,
    treats: extra.some((felt) => felt !== 0),
    logged: treatment?.logged ?? 1,
    synced: treatment?.synced ?? 0,
    others: treatment?.others !== undefined,
    loss: lossByChannel(contextLoss, treatment),
    second: secondChannels(c, answers),
  };
}

const lossByChannel = (usual: number, treatment: ChannelTreatment | undefined): Float64Array =>
  Float64Array.from({ length: CHANNELS }, (_, channel) => Math.max(usual, treatment?.others?.contextLoss[channel] ?? usual));

function secondChannels(c: QuarterContext, answers: Int32Array): Float64Array {
  const weights = new Float64Array(CHANNELS);
  for (const segment of c.market.spec.segments) {
    channelIds.forEach((id, channel) => {
      weights[answers[channel]!]! += segment.share * (segment.channels[id] ?? 0);
    });
  }
  let sum = 0;
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    sum += weights[channel]!;
    weights[channel] = sum;
  }
  return weights.map((reached) => (sum > 0 ? reached / sum : 1));
}
