program station
  implicit none
  integer :: unit, year, n
  real :: rain
  open(newunit=unit, file='station.txt', status='old', action='read')
  n = 0
  do
    read(unit, *) year, rain
    n = n + 1
    print '(i5, f8.1)', year, rain
    flush(6)
    if (year == 2025) exit
  end do
  print '(i0, a)', n, ' years read'
end program
