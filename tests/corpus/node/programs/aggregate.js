const down = async (host) => { throw new Error(`${host} is down`); };

async function first(hosts) {
  return Promise.any(hosts.map(down));
}

first(['a.internal', 'b.internal']);
