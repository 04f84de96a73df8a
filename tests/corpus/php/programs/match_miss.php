<?php
enum Queue: string { case Batch = 'batch'; case Night = 'night'; }
function weight(Queue $q): int { return match ($q) { Queue::Batch => 1 }; } // RAISES
foreach (Queue::cases() as $q) echo $q->value, ' ', weight($q), "\n";
