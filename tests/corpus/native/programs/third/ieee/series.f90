program series
  implicit none
  real :: x, y
  integer :: i
  x = 0
  y = 1 / x
  do i = 1, 12
    print '(a, i3, a, es10.3, a)', 'term', i, '  error estimate', 1.0 / i**2, merge('  diverged?', '           ', y > 1e30)
  end do
  stop
end program
