Job = Struct.new(:name, :block) do
  def call
    block.call(name)
  end
end
