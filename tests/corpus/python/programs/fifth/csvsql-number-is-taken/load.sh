printf 'id,name\n1,oak\n2,elm\n2,ash\n' > trees.csv
printf 'create table trees (id integer primary key, name varchar);\n' | sqlite3 trees.db 2>/dev/null || python3 -c "
import sqlite3; sqlite3.connect('trees.db').execute('create table trees (id integer primary key, name varchar)')"
csvcut -n trees.csv
csvsql --db sqlite:///trees.db --tables trees --no-create --insert trees.csv
