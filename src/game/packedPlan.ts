/** A part of a plan as bytes: which controls it names, and of those that differ from the plan before their values, in catalogue order. */

import { controls, type Control, type ControlId, type QuarterPlan } from '../company/controls.ts';
import { mergePlan, startPlan } from '../company/plan.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { PackedDamage, type ByteReader, type ByteWriter } from './packedBytes.ts';
import { readMixed, writeMixed } from './packedMixed.ts';

type Values = Record<string, unknown>;
const catalogue: readonly Control[] = controls;

/** Writes and reads plans one after another; both sides start from the defaults of the catalogue. */
export class PlanPacker {
  private readonly segmentIds: readonly string[];
  private before: QuarterPlan;

  constructor(segmentIds: readonly string[]) {
    this.segmentIds = segmentIds;
    this.before = startPlan({}, segmentIds);
  }

  write(writer: ByteWriter, plan: Partial<QuarterPlan>): void {
    const values: Values = plan;
    const named = catalogue.filter((control) => values[control.id] !== undefined);
    const changed = named.filter((control) => canonicalJson(values[control.id]) !== canonicalJson(this.before[control.id as ControlId]));
    writer.set(
      named.map((control) => catalogue.indexOf(control)),
      catalogue.length,
    );
    writer.set(
      changed.map((control) => named.indexOf(control)),
      named.length,
    );
    const single = changed.filter(isSingle);
    writeMixed(
      writer,
      single.map(baseOf),
      single.map((control) => digitOf(control, values[control.id])),
    );
    for (const control of changed) if (!isSingle(control)) writeValue(writer, control, values[control.id], this.segmentIds);
    this.before = mergePlan(this.before, plan);
  }

  read(reader: ByteReader): Partial<QuarterPlan> {
    const named = reader.set(catalogue.length).map((index) => catalogue[index]!);
    const changed = new Set(reader.set(named.length));
    const single = named.filter((control, index) => changed.has(index) && isSingle(control)) as Single[];
    const digits = readMixed(reader, single.map(baseOf));
    const values: Values = {};
    named.forEach((control, index) => {
      if (!changed.has(index)) values[control.id] = this.before[control.id as ControlId];
      else if (isSingle(control)) values[control.id] = valueOf(control, digits[single.indexOf(control)]!);
      else values[control.id] = readValue(reader, control, this.segmentIds);
    });
    const plan = values as Partial<QuarterPlan>;
    this.before = mergePlan(this.before, plan);
    return plan;
  }
}

/** Controls with one value out of a few: those of a plan are written together, each to its own base. */
type Single = Extract<Control, { kind: 'choice' | 'level' }>;
const isSingle = (control: Control): control is Single => control.kind === 'choice' || control.kind === 'level';
const baseOf = (control: Single): number => (control.kind === 'choice' ? control.options.length : levels(control));
const digitOf = (control: Single, value: unknown): number =>
  control.kind === 'choice' ? control.options.indexOf(value as string) : ((value as number) - control.low) / control.step;
const valueOf = (control: Single, digit: number): unknown =>
  control.kind === 'choice' ? control.options[digit]! : control.low + control.step * digit;

function writeValue(writer: ByteWriter, control: Exclude<Control, Single>, value: unknown, segmentIds: readonly string[]): void {
  switch (control.kind) {
    case 'subset':
      return writeSubset(writer, control.options, value as readonly string[]);
    case 'split': {
      const parts = control.options.slice(0, -1).map((option) => (value as Record<string, number>)[option]! / control.step);
      return parts.forEach((part) => writer.number(part));
    }
    case 'segments': {
      const ids = value as readonly string[];
      writer.number(ids.length);
      return ids.forEach((id) => writer.number(segmentIds.indexOf(id)));
    }
    case 'choiceEach':
      return writeEach(writer, control.options.length, segmentIds, value as object, (option) => control.options.indexOf(option as string));
    case 'levelEach':
      return writeEach(writer, levels(control), segmentIds, value as object, (level) => ((level as number) - control.low) / control.step);
  }
}

function readValue(reader: ByteReader, control: Exclude<Control, Single>, segmentIds: readonly string[]): unknown {
  switch (control.kind) {
    case 'subset':
      return readSubset(reader, control.options);
    case 'split': {
      const parts = control.options.slice(0, -1).map(() => reader.below(100 / control.step + 1) * control.step);
      const last = 100 - parts.reduce((sum, part) => sum + part, 0);
      if (last < 0) throw new PackedDamage('parts beyond the whole');
      return Object.fromEntries(control.options.map((option, index) => [option, parts[index] ?? last]));
    }
    case 'segments':
      return Array.from({ length: reader.below(control.most + 1) }, () => segmentIds[reader.below(segmentIds.length)]);
    case 'choiceEach':
      return readEach(reader, control.options.length, segmentIds, (digit) => control.options[digit]!);
    case 'levelEach':
      return readEach(reader, levels(control), segmentIds, (digit) => control.low + control.step * digit);
  }
}

/** The segments that are named, then their values as digits. */
function writeEach(writer: ByteWriter, base: number, segmentIds: readonly string[], value: object, digit: (one: unknown) => number): void {
  const values = value as Values;
  const named = segmentIds.filter((id) => values[id] !== undefined);
  writer.set(
    named.map((id) => segmentIds.indexOf(id)),
    segmentIds.length,
  );
  writeDigits(
    writer,
    base,
    named.map((id) => digit(values[id])),
  );
}

function readEach(reader: ByteReader, base: number, segmentIds: readonly string[], one: (digit: number) => unknown): Values {
  const named = reader.set(segmentIds.length).map((index) => segmentIds[index]!);
  const digits = readDigits(reader, base, named.length);
  return Object.fromEntries(named.map((id, index) => [id, one(digits[index]!)]));
}

const levels = ({ low, high, step }: { low: number; high: number; step: number }): number => (high - low) / step + 1;

/** One bit an option when the list is in the order of the catalogue, else the options one by one: the order of a list is kept. */
function writeSubset(writer: ByteWriter, options: readonly string[], value: readonly string[]): void {
  const indexes = value.map((option) => options.indexOf(option));
  if (indexes.every((index, place) => place === 0 || index > indexes[place - 1]!)) {
    return writer.number(2 * indexes.reduce((bits, index) => bits + (1 << index), 0));
  }
  writer.number(2 * indexes.length + 1);
  indexes.forEach((index) => writer.number(index));
}

function readSubset(reader: ByteReader, options: readonly string[]): string[] {
  const form = reader.number();
  const rest = Math.floor(form / 2);
  if (form % 2 === 1) {
    if (rest > options.length) throw new PackedDamage('more than all options');
    return Array.from({ length: rest }, () => options[reader.below(options.length)]!);
  }
  if (rest >= 1 << options.length) throw new PackedDamage('option outside its list');
  return options.filter((_, index) => (rest >> index) & 1);
}

/** Digits to one base as one number, in groups that stay exact. */
const digitsAtOnce = 8;
function writeDigits(writer: ByteWriter, base: number, digits: readonly number[]): void {
  for (let start = 0; start < digits.length; start += digitsAtOnce) {
    writer.number(digits.slice(start, start + digitsAtOnce).reduceRight((number, digit) => number * base + digit, 0));
  }
}

function readDigits(reader: ByteReader, base: number, count: number): number[] {
  const digits: number[] = [];
  for (let start = 0; start < count; start += digitsAtOnce) {
    let rest = reader.number();
    for (let left = Math.min(digitsAtOnce, count - start); left > 0; left -= 1) {
      digits.push(rest % base);
      rest = Math.floor(rest / base);
    }
    if (rest > 0) throw new PackedDamage('digits beyond the segments');
  }
  return digits;
}
