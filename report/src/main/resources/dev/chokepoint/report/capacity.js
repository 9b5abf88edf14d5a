'use strict';
// One view: throughput above, latency below, both over the load that was tried.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const place = document.getElementById('capacity');
  const styles = getComputedStyle(document.documentElement);
  const colour = name => styles.getPropertyValue('--' + name).trim();
  const digits = value => String(Number(Number(value).toPrecision(3)));
  const short = value => value >= 1e6 ? digits(value / 1e6) + ' M' : value >= 1e3 ? digits(value / 1e3) + ' k' : digits(value);
  const escape = words => words.replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
  const narrow = () => window.innerWidth < 640;
  const text = () => ({ color: colour('soft'), fontSize: 12 });
  const largest = Math.max(...data.worlds.flatMap(w => w.points.map(p => p.load)), 0);

  const axis = (index, more) => Object.assign({
    gridIndex: index, nameTextStyle: text(), axisLabel: Object.assign({ hideOverlap: true, formatter: short }, text()),
    axisTick: { show: false }, axisLine: { lineStyle: { color: colour('line') } }, splitLine: { lineStyle: { color: colour('line') } },
  }, more);
  const loads = (index, more) => axis(index, Object.assign(
    { type: 'value', min: 0, max: largest * 1.02, splitLine: { show: false }, axisPointer: { label: { show: false } } }, more));
  const heights = (index, name, more) => axis(index, Object.assign({ name, nameGap: 12,
    nameTextStyle: Object.assign({ align: 'left', padding: [0, 0, 0, -16] }, text()) }, more));

  const shapes = { met: 'circle', missed: 'diamond', undecided: 'emptyCircle' };
  const line = (index, name, points, stroke, dash) => ({
    name, type: 'line', xAxisIndex: index, yAxisIndex: index, data: points, color: stroke, symbol: 'none',
    lineStyle: { color: stroke, width: 2, type: dash || 'solid' },
  });
  const curve = (index, world, name, key, dash) => Object.assign(
    line(index, name, world.points.map(p => ({
      value: [p.load, p[key][0]], symbol: shapes[p.outcome], symbolSize: p.outcome === 'missed' ? 11 : 8,
      itemStyle: { color: p.outcome === 'missed' ? colour('bad') : colour(world.colour) },
    })), colour(world.colour), dash), { symbol: 'circle', showAllSymbol: true });
  // A bar at each load that has an interval; named as its curve, so that one entry of the legend switches both.
  const bars = (index, world, name, key) => world.points.filter(p => p[key].length === 3).map(p => Object.assign(
    line(index, name, [[p.load, p[key][1]], [p.load, p[key][2]]], colour(world.colour)),
    { silent: true, lineStyle: { color: colour(world.colour), width: 6, opacity: 0.4 } }));

  // What is marked across a chart: the band of the capacity, the knee, the limits of the objectives.
  const band = world => world.met === undefined ? [] : [[
    { xAxis: world.met }, { xAxis: world.above === undefined ? largest * 1.02 : world.above }]];
  const upright = (x, words) => ({ xAxis: x, label: { formatter: words, position: 'end' } });
  const marks = (index, world, words) => Object.assign(line(index, world.name + ', marks', [], colour(world.colour)), {
    silent: true,
    markArea: { data: band(world), itemStyle: { color: colour(world.colour), opacity: 0.16 } },
    markLine: { symbol: 'none', animation: false,
      label: { color: colour('soft'), fontSize: 11 },
      lineStyle: { color: colour(world.colour), type: 'dotted', width: 1.5 },
      data: world.knee === undefined ? [] : [upright(world.knee, words ? 'knee' : '')] },
  });
  const limits = () => Object.assign(line(1, 'limits', [], colour('bad')), {
    silent: true,
    markLine: { symbol: 'none', animation: false,
      label: { color: colour('bad'), fontSize: 11, position: 'insideStartTop', distance: 4 },
      lineStyle: { color: colour('bad'), type: 'dashed', width: 1 },
      data: data.limits.map(l => ({ yAxis: l.at, label: { formatter: l.text } })) },
  });
  // The chokepoint is written where it becomes another one than at the load before.
  const names = world => Object.assign(line(0, world.name + ', chokepoints', world.points
    .filter((p, i) => p.chokepoint && (i === 0 || p.chokepoint !== world.points[i - 1].chokepoint))
    .map(p => ({ value: [p.load, p.carried[0]], label: { show: !narrow(), formatter: p.chokepoint } })), 'transparent'), {
    silent: true, symbol: 'circle', symbolSize: 1, showAllSymbol: true, lineStyle: { opacity: 0 },
    label: { color: colour(world.colour), fontSize: 11, position: 'bottom', distance: 10 },
  });

  const figure = (values, unit) => digits(values[0]) + (values.length === 3 ? ' (' + digits(values[1]) + ' to ' + digits(values[2]) + ')' : '') + unit;
  const told = (world, p) => [world.name + ', ' + p.label + ': ' + p.verdict,
    'carried ' + figure(p.carried, '/s'), 'p50 ' + figure(p.p50, ' ' + data.unit) + ', p99 ' + figure(p.p99, ' ' + data.unit),
    p.chokepoint ? 'chokepoint ' + p.chokepoint + ', ' + p.used + ' used' : 'no chokepoint'].map(escape).join('<br>');
  // Of each world the load that was tried next to the pointer.
  const nearest = x => data.worlds.filter(w => w.points.length).map(w =>
    told(w, w.points.reduce((a, b) => Math.abs(b.load - x) < Math.abs(a.load - x) ? b : a))).join('<br><br>');
  // The axis begins at 1, 2 or 5 times a power of ten, below everything that is drawn.
  const least = () => {
    const value = Math.min(...data.worlds.flatMap(w => w.points.flatMap(p => p.p50)), ...data.limits.map(l => l.at));
    const power = Math.pow(10, Math.floor(Math.log10(value)));
    return [5, 2, 1].map(step => step * power).find(step => step < value) || power / 2;
  };

  const option = () => ({
    animation: false,
    textStyle: { fontFamily: styles.getPropertyValue('font-family') || 'sans-serif' },
    grid: [
      { left: 8, right: 32, top: narrow() ? 150 : 76, height: narrow() ? '24%' : '32%', containLabel: true },
      { left: 8, right: 32, top: narrow() ? '58%' : '54%', bottom: 40, containLabel: true },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    legend: { left: 0, top: 0, itemWidth: 28, itemHeight: 8, itemStyle: { opacity: 0 }, textStyle: { color: colour('ink'), fontSize: 12 },
      data: data.worlds.flatMap(w => [w.name + ', carried', w.name + ', p50', w.name + ', p99']).concat('theory: at most') },
    xAxis: [loads(0), loads(1, { name: data.axis, nameLocation: 'middle', nameGap: 28 })],
    yAxis: [
      heights(0, 'carried, messages per second', { type: 'value', min: 0, axisLine: { show: false } }),
      heights(1, 'latency, ' + data.unit, { type: 'log', min: least(), axisLine: { show: false } }),
    ],
    series: [line(0, 'theory: at most', data.theory.map(t => [t[0], t[1]]), colour('soft'), 'dashed')]
      .concat(data.worlds.flatMap(w => [
        curve(0, w, w.name + ', carried', 'carried'), ...bars(0, w, w.name + ', carried', 'carried'),
        curve(1, w, w.name + ', p50', 'p50', 'dashed'), ...bars(1, w, w.name + ', p50', 'p50'),
        curve(1, w, w.name + ', p99', 'p99'), ...bars(1, w, w.name + ', p99', 'p99'),
        marks(0, w, true), marks(1, w, false), names(w),
      ]), limits()),
    tooltip: { trigger: 'axis', confine: true, backgroundColor: colour('page'), borderColor: colour('line'),
      textStyle: { color: colour('ink'), fontSize: 12 }, formatter: at => nearest(at[0].axisValue) },
  });

  const chart = echarts.init(place, null, { renderer: 'svg' });
  const draw = () => { chart.resize(); chart.setOption(option(), true); };
  draw();
  window.addEventListener('resize', draw);
  window.addEventListener('beforeprint', draw);
  window.addEventListener('afterprint', draw);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
