# Writes a letter for each customer from a template.
customers = [%{name: "Ito", open: 120}, %{name: "Berger", open: 0}]
template = File.read!("letter.eex")
IO.puts("letters: template of #{byte_size(template)} bytes, #{length(customers)} customers")
letter = EEx.compile_string(template, file: "letter.eex", trim: true)

for customer <- customers do
  {text, _} = Code.eval_quoted(letter, assigns: [customer: customer])
  File.write!("/tmp/#{customer.name}.txt", text)
end
