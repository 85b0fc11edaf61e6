/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * AccordHttpStep: how far a request has come.
 */
typedef enum
{
  ACCORD_HTTP_CONNECTING,
  ACCORD_HTTP_ANSWERING,
  ACCORD_HTTP_RECEIVING,
} AccordHttpStep;

void accord_http_say_late (GUri *address, AccordHttpStep step, guint milliseconds, gboolean whole,
                           GError **error);
void accord_http_say_failure (GUri *address, AccordHttpStep step, const GError *failure,
                              GTlsCertificateFlags certificate, GError **error);
void accord_http_say_too_large (GUri *address, gsize limit, GError **error);
void accord_http_say_status (GUri *address, guint status, GError **error);
void accord_http_say_busy (GUri *address, guint status, gint64 seconds, GError **error);

G_END_DECLS
