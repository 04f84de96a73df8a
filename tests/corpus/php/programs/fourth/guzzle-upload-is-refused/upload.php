<?php
require 'GuzzleHttp/autoload.php';

function upload(string $name): int
{
    $client = new GuzzleHttp\Client(['base_uri' => 'http://127.0.0.1:9', 'timeout' => 3]);
    return $client->put("/parts/$name", ['body' => 'x'])->getStatusCode();
}

echo "uploading a.tar\n";
echo upload('a.tar'), "\n";
