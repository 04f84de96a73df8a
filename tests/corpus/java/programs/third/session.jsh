int[] a = {1, 2, 3}
a[3]
Integer.parseInt("12k")
undefined + 1
int sum = 0
for (int i : a) sum += i
System.out.println("sum " + sum)
throw new IllegalStateException("try it")
System.out.println("still here")
/exit
