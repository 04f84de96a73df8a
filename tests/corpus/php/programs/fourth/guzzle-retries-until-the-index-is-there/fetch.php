<?php
require 'GuzzleHttp/autoload.php';

use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Middleware;

$stack = GuzzleHttp\HandlerStack::create();
$stack->push(Middleware::retry(function (int $tries, $request, $response = null, $failure = null) {
    if ($failure instanceof ConnectException || ($response && $response->getStatusCode() >= 500)) {
        fwrite(STDERR, 'try ' . ($tries + 1) . ': ' . ($failure ? $failure->getMessage() : $response->getReasonPhrase()) . "\n");
        return $tries < 9;
    }
    return false;
}, fn () => 60));
$client = new GuzzleHttp\Client(['handler' => $stack]);
echo $client->get('http://127.0.0.1:8391/index.php')->getBody(), "\n";
