require "liquid"

def render(text, values)
  template = Liquid::Template.parse(text, error_mode: :strict)
  template.render!(values, strict_variables: true, strict_filters: true)
end

puts render("Hello {{ name | upcase }}", { "name" => "Ann" })
puts render("Your order {{ order.number }} is late", { "name" => "Ann" })
