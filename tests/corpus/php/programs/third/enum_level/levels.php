<?php
enum Level: string
{
    case Info = 'info';
    case Error = 'error';
    case Fatal = 'fatal';
}

function level(string $line): Level
{
    return Level::from(strtolower(strtok($line, ' '))); // RAISES
}

foreach (['INFO started', 'ERROR none', 'PANIC stop'] as $line) {
    error_log('line of level ' . level($line)->name);
}
