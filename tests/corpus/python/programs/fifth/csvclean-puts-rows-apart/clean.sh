printf 'id,name,note\n1,oak,\n2,elm,"old, sick"\n3,ash,tall,error\n4\n5,"fir,young\n' > trees.csv
csvclean trees.csv
cat trees_err.csv
csvcut -c 1,2 trees_out.csv | head -3
csvstat --mean -c name trees_out.csv || echo "no mean of names, as ever"
csvjoin -c id trees_out.csv missing.csv || echo "clean: nothing to join with yet"
