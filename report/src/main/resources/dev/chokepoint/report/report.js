'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const charts = [];
  const styles = getComputedStyle(document.documentElement);
  const colour = name => styles.getPropertyValue('--' + name).trim();
  const worldColour = world => colour(world.colour);
  // Three significant digits, as everywhere on the page.
  const digits = value => String(Number(Number(value).toPrecision(3)));
  const narrow = () => window.innerWidth < 640;

  const text = () => ({ color: colour('soft'), fontSize: 12 });
  const axis = (name, more) => Object.assign({
    name, nameTextStyle: text(), axisLabel: Object.assign({ hideOverlap: true }, text()),
    axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false },
    splitLine: { lineStyle: { color: colour('line') } },
  }, more);
  const valueAxis = (name, more) => axis(name, Object.assign({
    type: 'value', nameGap: 12, nameTextStyle: Object.assign({ align: 'left', padding: [0, 0, 0, -16] }, text()),
    axisLine: { show: false },
  }, more));
  const bottomAxis = (name, more) => axis(name, Object.assign({ nameLocation: 'middle', nameGap: 28 }, more));
  const base = () => ({
    animation: false,
    textStyle: { fontFamily: styles.getPropertyValue('font-family') || 'sans-serif' },
    grid: { left: 8, right: 24, top: 60, bottom: 32, containLabel: true },
    legend: { left: 0, top: 0, itemWidth: 28, itemHeight: 8, itemStyle: { opacity: 0 }, textStyle: { color: colour('ink'), fontSize: 12 } },
    tooltip: { confine: true, backgroundColor: colour('page'), borderColor: colour('line'),
      textStyle: { color: colour('ink'), fontSize: 12 } },
  });
  const line = (name, points, stroke, dash) => ({
    name, type: 'line', data: points, symbol: 'none', color: stroke,
    lineStyle: { color: stroke, width: 2, type: dash || 'solid' },
  });

  const percentile = odds => {
    const p = 100 * (1 - 1 / odds);
    return p >= 99.9999 ? 'max' : String(Number(p.toFixed(p < 99 ? 1 : 4))) + ' %';
  };
  // A bar at each percentile that has an interval; named as its curve, so that one entry of the legend switches both.
  const interval = (world, [odds, from, to]) => Object.assign(line(world.name, [[odds, from], [odds, to]]), {
    id: world.key + ' ' + odds, silent: true,
    lineStyle: { color: worldColour(world), width: 7, opacity: 0.4 },
  });
  const percentiles = () => Object.assign(base(), {
    xAxis: bottomAxis('messages that were at least as fast', { type: 'log', min: 1,
      axisLabel: Object.assign({ formatter: odds => odds === 1 ? '0 %' : percentile(odds) }, text()) }),
    yAxis: valueAxis('latency, ' + data.unit, { min: 0 }),
    series: data.worlds.flatMap(w =>
      [line(w.name, w.curve, worldColour(w))].concat(w.intervals.map(i => interval(w, i)))),
    tooltip: Object.assign(base().tooltip, { trigger: 'axis', formatter: at =>
      at.filter(s => !data.worlds.some(w => s.seriesId.startsWith(w.key + ' ')))
        .map(s => s.seriesName + ', ' + percentile(s.value[0]) + ': ' + digits(s.value[1]) + ' ' + data.unit)
        .map(escape).join('<br>') }),
  });

  const escape = words => words.replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
  const phases = () => Object.assign(base(), {
    legend: { show: false },
    grid: { left: 8, right: 24, top: 8, bottom: 40, containLabel: true },
    xAxis: bottomAxis('mean latency of those messages, ' + data.unit, { type: 'value' }),
    yAxis: axis('', { type: 'category', data: data.phases.bars, inverse: true, splitLine: { show: false },
      axisLabel: { color: colour('ink'), fontSize: 12, lineHeight: 15, width: narrow() ? 84 : 200, overflow: 'break' } }),
    series: data.phases.segments.map(s => ({
      name: s.name, type: 'bar', stack: 'phases', barMaxWidth: 34, data: s.values, color: colour(s.colour),
      itemStyle: { borderColor: colour('page'), borderWidth: 1 },
    })),
    tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: s =>
      escape(s.name) + '<br>' + escape(s.seriesName) + ': ' + digits(s.value) + ' ' + data.unit }),
  });

  const overTime = (yName, unit, parts) => Object.assign(base(), {
    xAxis: bottomAxis('seconds since the load began', { type: 'value', min: 0, splitLine: { show: false } }),
    yAxis: valueAxis(yName, { min: 0 }),
    series: data.worlds.flatMap(w => parts.map(p =>
      line(w.name + ', ' + p.name, w[p.key], worldColour(w), p.dash))),
    tooltip: Object.assign(base().tooltip, { trigger: 'axis', formatter: at => digits(at[0].value[0]) + ' s<br>' +
      at.map(s => escape(s.seriesName) + ': ' + (s.value[1] === null ? 'none' : digits(s.value[1]) + unit)).join('<br>') }),
  });
  const load = () => overTime('messages per second', '/s',
    [{ name: 'offered', key: 'offered', dash: 'dashed' }, { name: 'carried', key: 'carried' }]);
  const times = () => overTime('latency, ' + data.unit, ' ' + data.unit,
    [{ name: 'p50', key: 'p50', dash: 'dashed' }, { name: 'p99', key: 'p99' }]);

  // The followed connection: its window above, the queue that it shares below, on one time axis.
  const timeAxis = () => bottomAxis('seconds since the load began', { type: 'value', min: 0, splitLine: { show: false } });
  const thin = (name, points, stroke, dash) => {
    const drawn = line(name, points, stroke, dash);
    drawn.lineStyle.width = 1.5;
    return drawn;
  };
  const readings = unit => at => digits(at[0].value[0]) + ' s<br>' +
    at.map(s => escape(s.seriesName) + ': ' + digits(s.value[1]) + unit(s)).join('<br>');
  const connectionWindow = () => Object.assign(base(), {
    grid: Object.assign(base().grid, { right: 40 }), // room that the lower chart gives its second axis
    xAxis: timeAxis(),
    yAxis: valueAxis('kB', { min: 0 }),
    series: [
      thin('bytes in flight', data.connection.flight, colour('second')),
      thin('congestion window', data.connection.window, colour('accent')),
      thin('slow start threshold', data.connection.threshold, colour('soft'), 'dashed'),
    ],
    tooltip: Object.assign(base().tooltip, { trigger: 'axis', formatter: readings(() => ' kB') }),
  });
  const marks = (name, points, stroke, symbol) => ({
    name, type: 'scatter', data: points, yAxisIndex: 1, symbol, symbolSize: 7, color: stroke, itemStyle: { opacity: .8 },
  });
  const connectionQueue = () => Object.assign(base(), {
    legend: Object.assign(base().legend, { itemStyle: {} }),
    xAxis: timeAxis(),
    yAxis: [
      valueAxis('queue, kB', { min: 0 }),
      valueAxis('packets', { min: 0, minInterval: 1, splitLine: { show: false },
        nameTextStyle: Object.assign({ align: 'right', padding: [0, -8, 0, 0] }, text()) }),
    ],
    series: [
      Object.assign(thin('in the queue', data.connection.queue, colour('accent')), { itemStyle: { opacity: 0 } }),
      marks('dropped', data.connection.dropped, colour('bad'), 'triangle'),
      marks('lost', data.connection.lost, colour('second'), 'circle'),
    ],
    tooltip: Object.assign(base().tooltip, { trigger: 'axis',
      formatter: readings(s => s.seriesName === 'in the queue' ? ' kB' : ' packets') }),
  });

  // Lines over one axis, as the page's data describes them: several runs, worlds or variants over each other.
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];
  const short = value => value >= 1e6 ? digits(value / 1e6) + ' M' : value >= 1e3 ? digits(value / 1e3) + ' k' : digits(value);
  const scale = (at, side) => {
    const ticks = at.scale === 'percentile' ? odds => odds === 1 ? '0 %' : percentile(odds) : short;
    const more = { type: at.scale === 'linear' ? 'value' : 'log', axisLabel: Object.assign({ formatter: ticks }, text()) };
    if (at.scale === 'linear') {
      more.min = 0;
    } else if (at.scale === 'percentile') {
      more.min = 1;
    }
    return side(at.name, more);
  };
  const reading = (chart, s) => escape(s.seriesName) + ': ' +
    (s.value[1] === null ? 'none' : digits(s.value[1]) + chart.y.unit) + (s.value[2] ? ' (' + escape(s.value[2]) + ')' : '');
  // What is said of a point shows: it is hollow.
  const noted = point => point[2] ? { value: point, symbol: 'emptyCircle', symbolSize: 11 } : point;
  const lines = chart => () => Object.assign(base(), {
    xAxis: scale(chart.x, (name, more) => bottomAxis(name, Object.assign({ splitLine: { show: false } }, more))),
    yAxis: scale(chart.y, valueAxis),
    grid: Object.assign(base().grid, { right: 36 }), // room for half of the last label
    legend: Object.assign(base().legend, chart.series.some(s => s.marked) ? { itemStyle: {} } : {}),
    series: chart.series.map((s, i) => Object.assign(line(s.name, s.points.map(noted), colour(s.colour), s.dashed ? 'dashed' : 'solid'),
      s.marked ? { symbol: symbols[i % symbols.length], symbolSize: 8, itemStyle: { color: colour(s.colour) } } : {})),
    tooltip: Object.assign(base().tooltip, { trigger: 'axis', formatter: at =>
      (chart.x.scale === 'percentile' ? percentile(at[0].value[0]) : short(at[0].value[0]) + chart.x.unit) + '<br>' +
      at.map(s => reading(chart, s)).join('<br>') }),
  });

  const draw = () => charts.forEach(c => { c.chart.resize(); c.chart.setOption(c.option(), true); });
  const options = { percentiles, phases, load, times, window: connectionWindow, queue: connectionQueue };
  Object.entries(options).forEach(([id, option]) => {
    const place = document.getElementById(id);
    if (place) {
      charts.push({ chart: echarts.init(place, null, { renderer: 'svg' }), option });
    }
  });
  (data.lines || []).forEach(chart => {
    charts.push({ chart: echarts.init(document.getElementById(chart.id), null, { renderer: 'svg' }), option: lines(chart) });
  });
  draw();
  window.addEventListener('resize', draw);
  window.addEventListener('beforeprint', draw);
  window.addEventListener('afterprint', draw);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
