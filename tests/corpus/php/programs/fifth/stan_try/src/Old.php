<?php
function add_up($rows) {
  $sum=0;
  foreach($rows as $row) { $sum+=$row; }
  return $sum;
}
echo "sum: ".add_up([1,2,3])."\n";
