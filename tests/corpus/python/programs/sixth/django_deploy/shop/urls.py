from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("/errors/", lambda request: HttpResponse("no errors"))]
