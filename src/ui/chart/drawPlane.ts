/** Draws points on a plane with Chart.js. Only ever imported when such a chart is on the screen. */

import { Chart, LinearScale, LineElement, PointElement, ScatterController, type ChartConfiguration, type Plugin } from 'chart.js';
import { spreadLabels } from './chartData.ts';
import type { Drawn, Inks } from './inks.ts';
import { lineWithin, nameLeft, planeScales, type PlaneData, type PlanePoint } from './planeData.ts';

Chart.register(ScatterController, PointElement, LineElement, LinearScale);

const labelSize = 11;
const labelLine = 15;
/** Pixels between a point and its name. */
const away = 9;

interface Now {
  data: PlaneData;
  inks: Inks;
}

const colourOf = ({ look }: PlanePoint, inks: Inks): string => (look === 'own' ? inks.ink : inks.accent);

function content({ data, inks }: Now): ChartConfiguration<'scatter'>['data'] {
  return {
    datasets: data.points.map((point) => ({
      data: [{ x: point.x, y: point.y }],
      borderColor: colourOf(point, inks),
      pointRadius: point.look === 'own' ? 5 : 4,
      pointBorderWidth: 2,
      pointBackgroundColor: point.look === 'own' ? inks.ink : inks.paper,
      clip: false,
    })),
  };
}

function options({ data, inks }: Now, still: boolean): NonNullable<ChartConfiguration<'scatter'>['options']> {
  const scales = planeScales(data);
  const font = { family: inks.font, size: labelSize };
  const axis = (scale: readonly [number, number, number], name: string) => ({
    min: scale[0],
    max: scale[2],
    border: { display: false },
    grid: { color: inks.rule, drawTicks: false },
    afterBuildTicks: (built: { ticks: { value: number }[] }) => (built.ticks = scale.map((value) => ({ value }))),
    ticks: { color: inks.ink3, font, padding: 8, maxRotation: 0, callback: (value: number | string) => data.say(Number(value)) },
    title: { display: true, text: name, color: inks.ink3, font },
  });
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: still ? false : { duration: 200 },
    events: [],
    layout: { padding: { right: labelLine, top: labelLine } },
    scales: { x: axis(scales.x, data.xName), y: axis(scales.y, data.yName) },
  };
}

/** The line, what lies on either side of it, and bars for the interval around each point. */
const behind = (read: () => Now): Plugin<'scatter'> => ({
  id: 'behind',
  beforeDatasetsDraw({ ctx, scales, chartArea }) {
    const { data, inks } = read();
    const at = (x: number, y: number): [number, number] => [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
    const stroke = (from: readonly [number, number], to: readonly [number, number]): void => {
      ctx.beginPath();
      ctx.moveTo(...at(...from));
      ctx.lineTo(...at(...to));
      ctx.stroke();
    };
    ctx.save();
    ctx.strokeStyle = inks.ink3;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([6, 4]);
    const ends = lineWithin(data.line, planeScales(data));
    if (ends) stroke(...ends);
    ctx.setLineDash([]);
    ctx.fillStyle = inks.ink3;
    ctx.font = `${labelSize}px ${inks.font}`;
    ctx.textBaseline = 'top';
    ctx.fillText(data.above, chartArea.left + 6, chartArea.top + 4);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'bottom';
    ctx.fillText(data.below, chartArea.right - 6, chartArea.bottom - 4);
    ctx.globalAlpha = 0.35;
    ctx.lineWidth = 3;
    for (const point of data.points) {
      ctx.strokeStyle = colourOf(point, inks);
      stroke([point.xRange[0], point.y], [point.xRange[1], point.y]);
      stroke([point.x, point.yRange[0]], [point.x, point.yRange[1]]);
    }
    ctx.restore();
  },
});

/** The name of each point beside it. */
const names = (read: () => Now): Plugin<'scatter'> => ({
  id: 'names',
  afterDatasetsDraw({ ctx, scales, chartArea }) {
    const { data, inks } = read();
    const heights = data.points.map(({ y }) => scales.y.getPixelForValue(y) - labelLine / 2);
    const places = spreadLabels(heights, labelLine, chartArea.top + labelLine, chartArea.bottom - labelLine);
    ctx.save();
    ctx.font = `600 ${labelSize}px ${inks.font}`;
    ctx.textBaseline = 'middle';
    ctx.lineWidth = 4;
    ctx.strokeStyle = inks.paper;
    data.points.forEach((point, index) => {
      const left = nameLeft(scales.x.getPixelForValue(point.x), ctx.measureText(point.name).width, away, chartArea.right);
      ctx.fillStyle = colourOf(point, inks);
      // Letters stay readable where a line runs behind them.
      ctx.strokeText(point.name, left, places[index]);
      ctx.fillText(point.name, left, places[index]);
    });
    ctx.restore();
  },
});

/** @param still true where the reader wants no motion */
export function drawPlane(canvas: HTMLCanvasElement, first: PlaneData, firstInks: Inks, still: boolean): Drawn<PlaneData> {
  let now: Now = { data: first, inks: firstInks };
  const chart = new Chart(canvas, {
    type: 'scatter',
    data: content(now),
    options: options(now, still),
    plugins: [behind(() => now), names(() => now)],
  });
  return {
    update(data, inks) {
      now = { data, inks };
      chart.data = content(now);
      chart.options = options(now, still);
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}
