/** Draws a line chart with Chart.js. Only ever imported when a chart is on the screen: the library weighs as much as all the rest. */

import {
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type Plugin,
} from 'chart.js';
import { chartScale, lastPoint, spreadLabels, type ChartData, type ChartLine } from './chartData.ts';
import type { Drawn, Inks } from './inks.ts';
import { marks } from './marks.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

const labelSize = 11;
const labelLine = 15;

const colourOf = (line: ChartLine, inks: Inks): string => (line.look === 'own' ? inks.ink : inks.accent);

function dataset(line: ChartLine, inks: Inks): ChartDataset<'line', (number | null)[]> {
  const colour = colourOf(line, inks);
  const hollow = line.look === 'points' || line.ranges !== undefined;
  /** A point with no neighbour would not be seen on a bare line. */
  const alone = (index: number): boolean => (line.values[index - 1] ?? null) === null && (line.values[index + 1] ?? null) === null;
  return {
    label: line.name,
    data: [...line.values],
    showLine: line.look !== 'points',
    borderColor: colour,
    borderWidth: line.thin ? 1 : 2,
    borderDash: line.look === 'alternative' ? [6, 4] : [],
    pointRadius: ({ dataIndex }) => (hollow ? 3.5 : alone(dataIndex) ? 3 : 0),
    pointBorderWidth: 2,
    pointBackgroundColor: hollow ? inks.paper : colour,
    clip: false,
  };
}

/** Upright bars behind the points: the interval around each value. */
const intervals = (read: () => { data: ChartData; inks: Inks }): Plugin<'line'> => ({
  id: 'intervals',
  beforeDatasetsDraw({ ctx, scales }) {
    const { data, inks } = read();
    ctx.save();
    ctx.lineWidth = 5;
    ctx.globalAlpha = 0.35;
    for (const line of data.lines) {
      ctx.strokeStyle = colourOf(line, inks);
      (line.ranges ?? []).forEach((range, index) => {
        if (!range) return;
        const x = scales.x.getPixelForValue(index);
        ctx.beginPath();
        ctx.moveTo(x, scales.y.getPixelForValue(range[0]));
        ctx.lineTo(x, scales.y.getPixelForValue(range[1]));
        ctx.stroke();
      });
    }
    ctx.restore();
  },
});

const labelTexts = (line: ChartLine, say: ChartData['say']): readonly [name: string, value: string] => {
  const last = lastPoint(line);
  return [line.name, last < 0 ? '' : say(line.values[last]!)];
};

/** Name and last value at the right end of each line, instead of a legend. */
const directLabels = (read: () => { data: ChartData; inks: Inks }): Plugin<'line'> => ({
  id: 'directLabels',
  beforeLayout(chart) {
    const { data, inks } = read();
    chart.ctx.save();
    chart.ctx.font = `600 ${labelSize}px ${inks.font}`;
    const widths = data.lines.flatMap((line) => labelTexts(line, data.say).map((text) => chart.ctx.measureText(text).width));
    chart.ctx.restore();
    chart.options.layout = { padding: { right: Math.ceil(Math.max(0, ...widths)) + 16, top: labelLine } };
  },
  afterDatasetsDraw({ ctx, scales, chartArea }) {
    const { data, inks } = read();
    const lines = data.lines.filter((line) => lastPoint(line) >= 0);
    const wanted = lines.map((line) => scales.y.getPixelForValue(line.values[lastPoint(line)]!));
    const places = spreadLabels(wanted, 2 * labelLine + 2, chartArea.top, chartArea.bottom);
    ctx.save();
    ctx.font = `600 ${labelSize}px ${inks.font}`;
    ctx.textBaseline = 'middle';
    lines.forEach((line, index) => {
      const [name, value] = labelTexts(line, data.say);
      ctx.fillStyle = colourOf(line, inks);
      ctx.fillText(name, chartArea.right + 12, places[index] - labelLine / 2);
      ctx.fillText(value, chartArea.right + 12, places[index] + labelLine / 2);
    });
    ctx.restore();
  },
});

function options(data: ChartData, inks: Inks, still: boolean): NonNullable<ChartConfiguration<'line'>['options']> {
  const scale = chartScale(data.lines, data.say);
  const font = { family: inks.font, size: labelSize };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: still ? false : { duration: 200 },
    events: [],
    scales: {
      x: {
        offset: true,
        border: { display: false },
        grid: { display: false },
        ticks: { color: inks.ink3, font, maxRotation: 0, autoSkipPadding: 12 },
        title: { display: data.axis !== undefined, text: data.axis ?? '', align: 'start', color: inks.ink3, font, padding: 0 },
      },
      y: {
        min: scale[0],
        max: scale[2],
        border: { display: false },
        grid: { color: inks.rule, drawTicks: false },
        afterBuildTicks: (axis) => (axis.ticks = scale.map((value) => ({ value }))),
        ticks: { color: inks.ink3, font, padding: 8, callback: (value) => data.say(Number(value)) },
      },
    },
  };
}

/** @param still true where the reader wants no motion */
export function drawChart(canvas: HTMLCanvasElement, first: ChartData, firstInks: Inks, still: boolean): Drawn<ChartData> {
  let now = { data: first, inks: firstInks };
  const content = ({ data, inks }: typeof now) => ({
    labels: [...data.labels],
    datasets: data.lines.map((line) => dataset(line, inks)),
  });
  const chart = new Chart(canvas, {
    type: 'line',
    data: content(now),
    options: options(first, firstInks, still),
    plugins: [
      intervals(() => now),
      directLabels(() => now),
      marks(
        () => now,
        (line) => colourOf(line, now.inks),
        labelSize,
        labelLine,
      ),
    ],
  });
  return {
    update(data, inks) {
      now = { data, inks };
      chart.data = content(now);
      chart.options = options(data, inks, still);
      // Results that stream in would else start their way again with each of them.
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
