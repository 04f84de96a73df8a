use Mojo::Base -strict, -signatures;
use Mojo::UserAgent;
use Mojo::Server::Daemon;
use Mojolicious;
use Mojo::Log;

my $app = Mojolicious->new(mode => 'production');
$app->log(Mojo::Log->new(level => 'info', handle => \*STDOUT));
my $calls = 0;
$app->routes->get('/feed' => sub ($c) {
    $calls++;
    die "cannot open /var/feed/current: No such file or directory\n" if $calls == 1;
    return $c->render(json => {error => 'busy', retry_after => 1}, status => 429) if $calls == 2;
    return $c->tx->req->headers->header('X-Wait') ? $c->render_later : $c->render(json => {rows => [1 .. 5], errors => []});
});
my $server = Mojo::Server::Daemon->new(app => $app, listen => ['http://127.0.0.1:8817'], silent => 1);
$server->start;
my $agent = Mojo::UserAgent->new(inactivity_timeout => 1);
my $log = Mojo::Log->new(handle => \*STDERR);

my @tries = ({}, {}, {'X-Wait' => 1}, {});
for my $n (1 .. @tries) {
    my $result = eval {
        my $tx;
        $agent->get_p('http://127.0.0.1:8817/feed' => $tries[$n - 1])->then(sub ($got) { $tx = $got })->catch(sub ($error) { die "feed: $error\n" })->wait;
        die sprintf "feed: %s %s: %s\n", $tx->res->code, $tx->res->message, substr $tx->res->body, 0, 60 if $tx && $tx->res->is_error;
        $tx && $tx->res->json;
    };
    if ($result) { say "got ", scalar @{$result->{rows}}, " rows at try $n"; last }
    $log->error("try $n: " . ($@ || 'no answer within 1 s'));
}
