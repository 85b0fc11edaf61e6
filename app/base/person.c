/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "person.h"

/**
 * accord_person_dup:
 *
 * Several may share an account, as on the machine of a committee room, and then say who they are with
 * `ACCORD_AUTHOR` in the environment.
 *
 * Returns: (transfer full): who sits at this computer: who that names, else the user's own name, else the
 *   account's
 */
char *
accord_person_dup (void)
{
  const char *said = g_getenv ("ACCORD_AUTHOR");
  const char *real = g_get_real_name ();

  if (said != NULL && *said != '\0' && g_utf8_validate (said, -1, NULL))
    return g_strdup (said);
  return g_strdup (g_strcmp0 (real, "Unknown") != 0 && *real != '\0' ? real : g_get_user_name ());
}
