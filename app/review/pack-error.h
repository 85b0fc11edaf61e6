/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPackError:
 * @ACCORD_PACK_ERROR_FORMAT: no pack, or one whose parts do not make sense
 * @ACCORD_PACK_ERROR_DAMAGED: a pack that is cut short, or a part that is not what the manifest says
 * @ACCORD_PACK_ERROR_TOO_LARGE: more, or larger, parts than a pack may have
 * @ACCORD_PACK_ERROR_UNSAFE: a name that leaves its folder, two parts of one name, something other than a
 * file
 * @ACCORD_PACK_ERROR_NEWER: a newer form than this program reads
 * @ACCORD_PACK_ERROR_SIGNATURE: not signed, or not by the key it names
 * @ACCORD_PACK_ERROR_SEALED: it needs a key or a passphrase that was not given, or another one
 * @ACCORD_PACK_ERROR_KEY: signed by another key than the one that is trusted for that organisation
 * @ACCORD_PACK_ERROR_WRONG_CASE: of another case, or no answer to anything that was sent
 * @ACCORD_PACK_ERROR_CHANGED: the workspace is no longer as it was when the person looked
 * @ACCORD_PACK_ERROR_EXISTS: the file is there already
 * @ACCORD_PACK_ERROR_ASKED: what is asked for does not go together, such as an answer by a day that is past
 *
 * Why a pack was not made, read or taken in. Each message is one sentence for people that names the file.
 */
typedef enum
{
  ACCORD_PACK_ERROR_FORMAT,
  ACCORD_PACK_ERROR_DAMAGED,
  ACCORD_PACK_ERROR_TOO_LARGE,
  ACCORD_PACK_ERROR_UNSAFE,
  ACCORD_PACK_ERROR_NEWER,
  ACCORD_PACK_ERROR_SIGNATURE,
  ACCORD_PACK_ERROR_SEALED,
  ACCORD_PACK_ERROR_KEY,
  ACCORD_PACK_ERROR_WRONG_CASE,
  ACCORD_PACK_ERROR_CHANGED,
  ACCORD_PACK_ERROR_EXISTS,
  ACCORD_PACK_ERROR_ASKED,
} AccordPackError;

#define ACCORD_PACK_ERROR (accord_pack_error_quark ())

GQuark accord_pack_error_quark (void);

G_END_DECLS
