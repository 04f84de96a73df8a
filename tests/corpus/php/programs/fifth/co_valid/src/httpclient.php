<?php
namespace Depot;

final class HttpClient
{
    public function pull(): void {}
}
