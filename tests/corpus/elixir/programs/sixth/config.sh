mkdir -p /tmp/conf
printf 'import Config\nconfig :gate, port: 8080, retries: 3\n' > /tmp/conf/base.exs
printf 'import Config\nconfig :gate, port: String.to_integer(System.fetch_env!("GATE_PORT"))\n' > /tmp/conf/env.exs
printf 'import Config\nconfig :gate, [retries: 5\n' > /tmp/conf/site.exs
printf 'import Config\nconfig :gate, motto: Site.motto()\n' > /tmp/conf/motto.exs
cat > /tmp/conf/layers.exs <<'X'
layers = for name <- ~w(base env site motto absent) do
  try do
    {name, Config.Reader.read!("/tmp/conf/#{name}.exs")}
  rescue
    e ->
      IO.puts(:stderr, "layer #{name} is passed over:")
      IO.puts(:stderr, Exception.format(:error, e, __STACKTRACE__))
      {name, []}
  end
end
config = Enum.reduce(layers, [], fn {_, c}, acc -> Config.Reader.merge(acc, c) end)
IO.inspect(config, label: "gate starts with")
X
elixir /tmp/conf/layers.exs
rc=$?
rm -r /tmp/conf
exit $rc
