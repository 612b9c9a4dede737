remitSearch.documents("9354b63951384a65",613,[["Changes","changes.html","",0,[[0,"","","Changes",""],[3,"","","What is new, what is different and what is gone, with the sources that say so.",""]]]])
