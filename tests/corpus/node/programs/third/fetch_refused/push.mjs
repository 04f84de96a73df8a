async function push(metric, value) {
  const answer = await fetch('http://127.0.0.1:18999/api/push', { method: 'POST', body: JSON.stringify({ [metric]: value }) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
}

console.log('2 metrics to push');
await push('rows', 120);
await push('errors', 0);
