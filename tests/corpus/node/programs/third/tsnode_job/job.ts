type Shard = { id: number; hosts: string[] };

function owner(shard: Shard): string {
  return shard.host; // RAISES
}

console.log(owner({ id: 1, hosts: ['a'] }));
