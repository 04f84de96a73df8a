$stdout.sync = true
require 'logger'
require 'prawn'

LOG = Logger.new($stdout, progname: 'labels')

def label(name)
  Prawn::Document.new(page_size: [200, 100], margin: 10) do |pdf|
    pdf.text name
    pdf.render_file "label-#{name.bytes.sum}.pdf"
  end
end

names = ['Ada Lovelace', 'Émile Zola', '中村 修二', 'Niels Bohr']
names.each_with_index do |name, i|
  LOG.info "label #{i + 1} of #{names.size}"
  label name
end
LOG.info 'all labels are printed'
