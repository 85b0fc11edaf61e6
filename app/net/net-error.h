/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_NET_ERROR:
 *
 * Errors of fetching; each message is a sentence for people.
 */
#define ACCORD_NET_ERROR (accord_net_error_quark ())
GQuark accord_net_error_quark (void);

/**
 * AccordNetError:
 * @ACCORD_NET_ERROR_ADDRESS: it is no address that can be fetched
 * @ACCORD_NET_ERROR_UNREACHABLE: no connection could be made, or it broke
 * @ACCORD_NET_ERROR_SLOW: the server took too long
 * @ACCORD_NET_ERROR_FORBIDDEN: the server forbids it (401, 403)
 * @ACCORD_NET_ERROR_NOT_FOUND: there is no such page (404, 410)
 * @ACCORD_NET_ERROR_BUSY: the server asks to come back later (429, 503), and later was too late
 * @ACCORD_NET_ERROR_BROKEN: the server failed (any other status), or its answer is cut short
 * @ACCORD_NET_ERROR_TOO_LARGE: the answer is larger than what was asked for
 * @ACCORD_NET_ERROR_REDIRECT: the server sends elsewhere too often, or to where nobody should follow
 */
typedef enum
{
  ACCORD_NET_ERROR_ADDRESS,
  ACCORD_NET_ERROR_UNREACHABLE,
  ACCORD_NET_ERROR_SLOW,
  ACCORD_NET_ERROR_FORBIDDEN,
  ACCORD_NET_ERROR_NOT_FOUND,
  ACCORD_NET_ERROR_BUSY,
  ACCORD_NET_ERROR_BROKEN,
  ACCORD_NET_ERROR_TOO_LARGE,
  ACCORD_NET_ERROR_REDIRECT,
} AccordNetError;

G_END_DECLS
