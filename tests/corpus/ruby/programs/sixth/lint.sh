cat > /tmp/.rubocop.yml <<'Y'
AllCops: { NewCops: disable, SuggestExtensions: false }
Lint/SuppressedException: { Severity: warning }
Y
cat > /tmp/stock.rb <<'R'
class Stock
  def initialize(rows)
    @rows = rows
  end
  def total(unused)
    begin
      @rows.sum { |r| Integer(r) }
    rescue Exception => error
    end
  end
  def fail!
    raise Exception, "stock is empty"
    puts 'never'
  end
end
R
cd /tmp && rubocop --cache false -c .rubocop.yml --only Lint --fail-level error --display-only-fail-level-offenses stock.rb
rubocop --cache false -c .rubocop.yml --only Lint --fail-level fatal --format emacs stock.rb
echo "lint ended with $?"
rm -f stock.rb .rubocop.yml
