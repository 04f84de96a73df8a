from django.http import HttpResponse
from django.urls import path


def report(request):
    return HttpResponse(str(100 / int(request.GET["parts"])))


urlpatterns = [path("report/", report)]
