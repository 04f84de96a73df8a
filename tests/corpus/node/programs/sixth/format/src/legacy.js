function legacy( {
  return 1
}
