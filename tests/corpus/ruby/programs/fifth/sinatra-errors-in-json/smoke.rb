require 'sinatra/base'
require 'rack/mock'
require 'json'

class Api < Sinatra::Base
  set :environment, :production
  set :show_exceptions, false
  set :dump_errors, true
  set :raise_errors, false

  get('/rows/:id') { { id: Integer(params[:id]) }.to_json }
  get('/sum') { 1 / 0 }
  error(ArgumentError) { status 400; { error: env['sinatra.error'].message }.to_json }
  error { status 500; { error: env['sinatra.error'].class.name }.to_json }
  not_found { { error: 'not found' }.to_json }
end

wanted = { '/rows/3' => 200, '/rows/x' => 400, '/sum' => 500, '/none' => 404 }
api = Rack::MockRequest.new(Api)
wrong = wanted.reject do |path, status|
  answer = api.get(path)
  puts "#{path} -> #{answer.status} #{answer.body}"
  $stderr.puts answer.errors unless answer.errors.empty?
  answer.status == status
end
puts "smoke: #{wanted.size - wrong.size} of #{wanted.size} answers as wanted"
exit wrong.empty?
