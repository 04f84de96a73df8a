program wells
  implicit none
  integer :: i, n
  real :: depth, total
  open (unit=11, file='wells.dat', status='old', action='read')
  read (11, *) n
  print '(a, i0, a)', ' reading ', n, ' wells'
  total = 0
  do i = 1, n
    read (11, *) depth
    total = total + depth
    print '(a, i0, a, f8.2)', '   well ', i, ': ', depth
  end do
  print '(a, f8.2)', ' mean depth ', total/n
end program
