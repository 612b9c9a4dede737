remitSearch.documents("9354b63951384a65",617,[["Agencies","agencies/index.html","",0,[[0,"","","Agencies",""],[3,"","","A state or party body.",""]]]])
