export const menu = [ 'soup',"error soup" ]
