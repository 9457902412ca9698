/** Steps 5, 7 and 8: what is felt moves satisfaction, expectation and relationship; under contract it also decides who stays, and talks. */

import { normalOfHalf } from '../math/normalTable.ts';
import { tableExp } from '../math/tableExp.ts';
import { C, CELL_ROW } from './cells.ts';
import { PER_BYTE, PER_WORD } from './columns.ts';
import { asWord, type QuarterContext } from './context.ts';
import { clamp01, dissatisfactionLogit, satisfactionTarget } from './formulas.ts';
import { CELL_MASK, companyOf, countOfRelations, customerOf, H, M, MET_ROW, placeOf, relations } from './relations.ts';
import { S, seenAt } from './seen.ts';
import { tables } from './tables.ts';
import { at, ROW, tallies } from './tallies.ts';

/** No leaving is quite certain before anything has happened. */
const MOST_BASE = 0.999;
const HALF = 1 / 65536;

/** Moves the feelings of every relation of the block; under contract lists those who leave. */
export function experience(c: QuarterContext): void {
  const { columns, parameters: p, upsAndDowns } = c;
  const people = c.people | 0;
  const companies = c.companies | 0;
  const contractual = c.market.spec.relation === 'contractual';
  const { pair, cell: cellAt, draws, happened, met, listed } = relations;
  const { cells, offers, needs, updateWeights, talkBy } = tables;
  const talkMiddle = c.talkMiddle | 0;
  const count = countOfRelations();
  const { kind, tolerated, tenure, satisfaction, relationship, expectation, switchingCost, leavingBase, reach } = columns;
  const noise = p['experience.noise'];
  const quality = p['experience.quality'];
  const excess = p['experience.excess'];
  const shortfall = p['experience.shortfall'];
  const expectationPace = p['experience.expectationPace'];
  const tiePace = p['experience.tiePace'];
  const tieCare = p['experience.tieCare'];
  const welcome = p['contact.welcome'];
  const annoyance = p['contact.annoyance'];
  const slope = p['leaving.satisfaction'];
  const convexity = p['leaving.convexity'];
  const heldBack = p['leaving.switching'];
  const tieWeight = p['leaving.relationship'];
  let leavers = 0;
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const k = companyOf(pair[r]!);
    const own = kind[i]!;
    const cellIndex = cellAt[r]! & CELL_MASK;
    const cell = cellIndex * CELL_ROW;
    const sees = seenAt(own, companies, k);
    const event = happened[r]!;
    const known = (event >>> H.known) & 1;
    const care = cells[cell + C.care + known]!;
    let change =
      offers[sees + S.change]! +
      needs[2 * own]! * care -
      ((event >>> H.waited) & 1) * needs[2 * own + 1]! -
      // Whom no record follows has to tell it all again to each.
      ((event >>> H.several) & 1 & ~known) * cells[cell + C.toldAgain]! +
      noise * normalOfHalf(draws[4 * r + 1]! & 0xffff);
    let hurt = 0;
    let exit = 0;
    let cared = 0;
    if (((event >>> H.met) & 1) !== 0) {
      change -= met[r * MET_ROW + M.spoiled]!;
      hurt = met[r * MET_ROW + M.hurt]!;
      exit = met[r * MET_ROW + M.failureExit]!;
      cared = met[r * MET_ROW + M.tie]!;
    }

    const place = placeOf(k, people, i);
    const was = satisfaction[place]! * PER_WORD;
    const expected = expectation[i]! * PER_WORD - 0.5;
    const disconfirmation = change - expected - cells[cell + C.promise]!;
    const target = satisfactionTarget(cells[cell + C.start]!, change, disconfirmation, quality, excess, shortfall) + upsAndDowns;
    const word = asWord(was + updateWeights[tenure[i]!]! * (clamp01(target) - was) - hurt + cells[cell + C.hurt]!);
    satisfaction[place] = word;
    expectation[i] = asWord(expected + expectationPace * (change - expected) + 0.5);

    const contacts = (event >>> H.contacts) & 0xff;
    const over = Math.max(0, contacts - tolerated[i]! * 0.0625);
    const tieTarget = tieCare * care + offers[sees + S.tie]! + welcome * (contacts - over) - annoyance * over - hurt + cared;
    const tie = relationship[place]! * PER_WORD;
    const tieWord = asWord(tie + tiePace * (tieTarget - tie));
    relationship[place] = tieWord;
    if (!contractual) continue;

    const feeling = word * PER_WORD;
    // The quarter of a failure is told by its own log odds; what it hurts weighs from the next one on.
    const logit =
      dissatisfactionLogit(cells[cell + C.start]! - feeling - hurt, switchingCost[i]! * PER_BYTE, slope, convexity, heldBack) +
      tieWeight * (cells[cell + C.tie]! - tieWord * PER_WORD) +
      cells[cell + C.substitutes]! * (1 - tieWord * PER_WORD) +
      offers[sees + S.pull]! +
      exit;
    const base = Math.min(MOST_BASE, leavingBase[i]! * cells[cell + C.leaving]!);
    // u < base odds / (1 - base + base odds), without the division.
    const raised = base * tableExp(logit);
    if (((draws[4 * r]! & 0xffff) + 0.5) * HALF * (1 - base + raised) < raised) {
      listed[leavers] = r;
      leavers += 1;
      continue;
    }
    const tally = cellIndex * ROW;
    tallies[tally + at.customers]! += 1;
    tallies[tally + at.satisfaction]! += feeling;
    // Blame stands behind praise: the sign bit chooses.
    tallies[tally + at.praise + ((word - talkMiddle) >>> 31)]! += talkBy[word >>> 8]! * (0.5 + reach[i]! * PER_BYTE);
    const quarters = tenure[i]! + 1;
    tenure[i] = quarters < 255 ? quarters : 255;
  }
  relations.listedCount = leavers;
}
