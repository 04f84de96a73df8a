program solve
  implicit none
  real(8) :: a(2, 2) = reshape([1d0, 2d0, 2d0, 4d0], [2, 2]), det
  print '(a)', 'solve: matrix of 2 x 2 read'
  det = a(1, 1) * a(2, 2) - a(1, 2) * a(2, 1)
  flush(6)
  if (abs(det) < 1d-12) error stop 'solve: matrix is singular, no inverse was written'
  print *, 1 / det
end program
