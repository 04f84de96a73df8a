<?php

namespace Acme;

class Report
{
    function rows(array $rows): int
    {
        return count($rows);
    }
}
