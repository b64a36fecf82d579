#include "dateline/cli/commands.h"

#include <locale.h>

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	return commands_run(argc, argv);
}
