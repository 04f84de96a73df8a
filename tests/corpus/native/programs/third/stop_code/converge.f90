program converge
  implicit none
  integer :: i
  real :: residual
  residual = 1
  do i = 1, 25
    residual = residual * 0.9
    print '(a, i3, a, f8.5)', 'iteration', i, ' residual', residual
  end do
  flush(6)
  if (residual > 1e-3) call exit(4)
end program
