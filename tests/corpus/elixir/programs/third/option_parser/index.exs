defmodule Index do
  @options [shards: :integer, verbose: :boolean]

  def main(arguments) do
    {options, sources} = OptionParser.parse!(arguments, strict: @options)
    for source <- sources, do: IO.puts("building #{source} in #{options[:shards] || 8}")
  end
end

Index.main(System.argv())
