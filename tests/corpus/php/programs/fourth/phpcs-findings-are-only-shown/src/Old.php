<?php
class Old {
  var $rows;
  function rows() { return $this->rows; }
}
