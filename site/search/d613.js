remitSearch.documents("044c88928714de17",613,[["Changes","changes.html","",0,[[0,"","","Changes",""],[3,"","","What is new, what is different and what is gone, with the sources that say so.",""]]]])
