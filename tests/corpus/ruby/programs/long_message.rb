class ValidationError < StandardError
  def initialize(problems)
    super("record #7 is not valid:\n" + problems.map { |p| "  - #{p}\n" }.join)
  end
end

def validate(record)
  problems = record.select { |_, v| v.nil? }.map { |k, _| "#{k} können nicht leer sein → 空" }
  raise ValidationError.new(problems) unless problems.empty? # RAISES
end

validate({ name: nil, size: 4, owner: nil })
