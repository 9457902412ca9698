/** Parameters of online contacts and of hand-overs between channels; read through parameters.ts like all others. */

import { contactParameter as of } from './contactParameter.ts';

const baymard = 'Baymard Institute: mean of published studies of cart abandonment, 70%';
const mailchimp = 'Mailchimp, benchmarks by industry, October 2019, all users: opens 21.3%, clicks 2.6%, unsubscribes .26%';

export const channelParameters = {
  'online.opened': of(0.213, 0, 0.99, 'e-mails opened a send, of middling fit to who is not tired of them', mailchimp),
  'online.clicked': of(0.026, 0, 0.99, 'e-mails clicked a send, likewise', mailchimp),
  'online.unsubscribed': of(0.0026, 0, 0.5, 'e-mails a send after which the receiver leaves the list, likewise, at concern .5', mailchimp),
  'online.fit': of(
    4,
    0,
    20,
    'log odds of opening and clicking per unit of fit above that of the segment’s mean',
    'proposal; form of mechanics 3',
  ),
  'online.fatigue': of(
    0.15,
    0,
    3,
    'log odds of opening less, of leaving the list more, per contact beyond tolerance',
    'proposal; sign: Godfrey, Seiders & Voss 2011',
  ),
  'online.abandoned': of(0.7, 0, 0.99, 'baskets begun that are left, at the usual convenience', baymard),
  'online.abandonedConvenience': of(2, 0, 20, 'log odds of leaving a basket per unit of convenience lost', 'proposal'),
  'channel.other': of(0.25, 0, 1, 'hand-overs that go to another channel than the preferred one', 'proposal; as records.otherChannel'),
} as const;
