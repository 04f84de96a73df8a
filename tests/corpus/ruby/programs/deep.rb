class Tree
  attr_accessor :parent

  def path
    "#{parent.path}/x" # RAISES
  end
end

t = Tree.new
t.parent = t
puts t.path
