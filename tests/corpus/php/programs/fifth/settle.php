<?php
// Fetches the parts of an index at once and goes on with those that came.
require 'GuzzleHttp/autoload.php';
use GuzzleHttp\Client;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Promise\Utils;
use GuzzleHttp\Psr7\Response;

$answers = new MockHandler([new Response(200, [], 'a'), new Response(503, [], '{"error":"shard is moving"}'), new Response(200, [], 'ccc'), new Response(404, [], 'no such part')]);
$client = new Client(['handler' => HandlerStack::create($answers), 'base_uri' => 'http://index.invalid/']);
$promises = [];
foreach (['a', 'b', 'c', 'd'] as $part) {
    $promises[$part] = $client->getAsync("parts/$part");
}
$came = 0;
foreach (Utils::settle($promises)->wait() as $part => $result) {
    if ($result['state'] === 'rejected') {
        fwrite(STDERR, "part $part: " . get_class($result['reason']) . ': ' . $result['reason']->getMessage() . "\n");
        continue;
    }
    $came += strlen($result['value']->getBody());
}
echo "index: $came bytes, the parts that are missing stay as they were yesterday\n";
