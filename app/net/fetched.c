/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetched.h"

/**
 * accord_fetched_free:
 * @self: what was fetched
 */
void
accord_fetched_free (AccordFetched *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->address);
  g_free (self->fetched_at);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}
