program cholesky
  implicit none
  integer, parameter :: n = 4
  double precision :: a(n, n), c(n, n), x(n, 1), jitter
  integer :: info, i, attempt
  external :: dpotrf, dpotrs, dgesv
  a = 1.0d0
  do i = 1, n
    a(i, i) = 1.0d0 + merge(0.0d0, 1.0d-18, i > 2)
  end do
  x(:, 1) = [1d0, 2d0, 3d0, 4d0]
  jitter = 0
  do attempt = 1, 6
    c = a
    do i = 1, n
      c(i, i) = c(i, i) + jitter
    end do
    call dpotrf('L', n, c, n, info)
    if (info == 0) exit
    write (0, '(a,i0,a,es9.2,a,i0,a)') ' WARNING: DPOTRF failed, INFO = ', info, ' (jitter', &
      jitter, '): leading minor ', info, ' is not positive definite'
    flush (0)
    call backtrace()
    jitter = merge(1d-16, jitter * 1d3, attempt == 1)
  end do
  if (info /= 0) stop 2
  call dpotrs('L', n, 1, c, n, x, n, info)
  print '(a,i0,a,es9.2)', ' factorised at attempt ', attempt, ' with jitter', jitter
  print '(a,i0,a,es9.2)', ' solved, INFO = ', info, ', error norm', abs(sum(a(1, :) * x(:, 1)))
end program
