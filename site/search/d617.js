remitSearch.documents("044c88928714de17",617,[["Agencies","agencies/index.html","",0,[[0,"","","Agencies",""],[3,"","","A state or party body.",""]]]])
